"""What can be done with machines and previews."""

from vibecaas.microvms.service.edge import EdgeService
from vibecaas.microvms.service.machines import MicrovmsService
from vibecaas.microvms.service.previews import PreviewsService
from vibecaas.microvms.service.reconciler import Reconciler

__all__ = ["EdgeService", "MicrovmsService", "PreviewsService", "Reconciler"]
