"""Every endpoint of the account: method, path below /api/v1, and `module.function` that answers it.

Literal paths stand before paths with parameters: `next-number` and its like are reserved words where an id goes, so a
caller that uses one as an id gets the other endpoint's answer, as with the real API. Modules are imported when called.
"""

ROUTES = (
    ("GET", "/customers", "customers.listing"),
    ("GET", "/customers/generate-number", "customers.generate_number"),
    ("GET", "/customer/verify-customer-number", "customers.verify_number"),
    ("POST", "/customer", "customers.create"),
    ("GET", "/customer/{id}", "customers.read"),
    ("PATCH", "/customer/{id}", "customers.update"),
    ("DELETE", "/customer/{id}", "customers.delete"),
    ("GET", "/products", "products.listing"),
    ("GET", "/product/valid-code", "products.valid_code"),
    ("POST", "/product", "products.create"),
    ("GET", "/product/{id}", "products.read"),
    ("PATCH", "/product/{id}", "products.update"),
    ("DELETE", "/product/{id}", "products.delete"),
    ("GET", "/invoices/next-number", "numbers.next_number"),
    ("GET", "/invoices/verify-number", "numbers.verify_number"),
    ("GET", "/settings/invoice-number-template", "numbers.template"),
    ("GET", "/invoices", "invoices.listing"),
    ("POST", "/invoices", "invoice_create.create"),
    ("GET", "/invoices/{faktooraId}", "invoices.read"),
    ("DELETE", "/invoices/{faktooraId}", "invoices.delete"),
    ("GET", "/invoices/{faktooraId}/status", "invoices.status"),
    ("GET", "/invoices/{faktooraId}/validation-report", "invoices.validation_report"),
    ("GET", "/import/incoming", "incoming.listing"),
    ("GET", "/import/incoming/{importId}/status", "incoming.status"),
    ("GET", "/import/incoming/{importId}/validation", "incoming.validation"),
    ("GET", "/import/incoming/{importId}/validation/pdf", "incoming.validation_pdf"),
    ("GET", "/webhooks", "webhooks.listing"),
    ("POST", "/webhooks", "webhooks.create"),
    ("PATCH", "/webhooks/{id}", "webhooks.update"),
    ("DELETE", "/webhooks/{id}", "webhooks.delete"),
    ("GET", "/projects", "projects.listing"),
    ("POST", "/project", "projects.create"),
    ("GET", "/project/{id}", "projects.read"),
    ("PATCH", "/project/{id}", "projects.update"),
    ("DELETE", "/project/{id}", "projects.delete"),
    ("GET", "/apikeys", "apikeys.listing"),
)
