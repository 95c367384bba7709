"""The demo data: one small German company, its customers, products, invoices and webhooks, from a fixed seed."""
