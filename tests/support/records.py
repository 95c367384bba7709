"""Records of the demo account that tests name."""

CUSTOMER = "ed37cbf6-b818-4cf9-aea6-690d528b1108"  # Bäckerei Schönfeld GmbH, K-10001
PRODUCT = "39887"  # GER-001, Laserdrucker LD 400
INVOICE = "F4DSFON"  # 2026/09/00400, a draft
NEW_PRODUCT = ("create-product", "--name", "Kiste", "--unit", "H87", "--tax", "19")
DELETE = ("delete-product", "--id", PRODUCT)
