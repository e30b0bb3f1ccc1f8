"""What the house needs from outside: the real adapters; tests hand in twins."""

from dataclasses import dataclass

from vibecaas.adapters.argon2_passwords import Argon2Passwords
from vibecaas.adapters.browser_checker import ChromiumChecker
from vibecaas.adapters.git_store import BareRepositories
from vibecaas.adapters.http_checker import RealHttpChecker
from vibecaas.adapters.jose_tokens import JoseTokens
from vibecaas.adapters.object_evidence import ObjectEvidence
from vibecaas.adapters.vmhost import VmControlHost
from vibecaas.agents.ports import BrowserChecker, EvidenceStore, HttpChecker
from vibecaas.auth.ports import PasswordHasher, TokenSigner
from vibecaas.kit import ids
from vibecaas.microvms.ports import VmHost
from vibecaas.projects.ports import GitStore
from vibecaas.settings import Settings


@dataclass(frozen=True)
class Outside:
    """One filler for each port."""

    passwords: PasswordHasher
    tokens: TokenSigner
    git: GitStore
    vm_host: VmHost
    http_checker: HttpChecker
    browser_checker: BrowserChecker
    evidence: EvidenceStore
    cookie_key: bytes


def real_outside(settings: Settings) -> Outside:
    """Make the adapters that these settings name."""
    key_file = settings.auth.signing_key_file
    return Outside(
        passwords=Argon2Passwords(),
        tokens=JoseTokens.from_file(key_file),
        git=BareRepositories(settings.storage.repositories),
        vm_host=VmControlHost(socket=settings.vmhosts.socket, token_file=settings.vmhosts.token_file),
        http_checker=RealHttpChecker(),
        browser_checker=ChromiumChecker(browser_path=settings.jobs.browser_path),
        evidence=ObjectEvidence(root=settings.objects.root),
        cookie_key=key_file.read_bytes() if key_file is not None else ids.secret_token().encode(),
    )
