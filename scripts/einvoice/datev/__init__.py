# skillc copies this file into each skill; change it in src/einvoice, not there
"""Sales as a batch of bookings that DATEV imports: format "Buchungsstapel" (EXTF), version 13.

Source: DATEV's description of the format, developer.datev.de, "DATEV-Format". The accounts are those of DATEV's charts
SKR03 and SKR04; which of them a business uses, and with which tax keys, its tax adviser decides.
"""

from .batch import Batch, booking_batch
from .settings import Settings, read_settings

__all__ = ["Batch", "Settings", "booking_batch", "read_settings"]
