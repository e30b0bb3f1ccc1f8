"""Limits per key in moving windows; shared by all processes through Redis, local if that is not there."""

import time
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from limits.storage import storage_from_string

from vibecaas.kit.errors import RateLimited


@dataclass(frozen=True)
class Bucket:
    """A limit with a name: so many hits in so many minutes."""

    name: str
    hits: int
    minutes: int = 1

    @property
    def item(self) -> RateLimitItem:
        """The limit in the library's words."""
        return RateLimitItemPerMinute(self.hits, self.minutes)


@dataclass(frozen=True)
class Allowance:
    """What is left after a hit."""

    bucket: Bucket
    remaining: int
    reset_seconds: int

    def headers(self) -> dict[str, str]:
        """Return the RateLimit fields (IETF draft) and the older X-RateLimit ones."""
        window = self.bucket.minutes * 60
        return {
            "RateLimit-Policy": f'"{self.bucket.name}";q={self.bucket.hits};w={window}',
            "RateLimit": f'"{self.bucket.name}";r={self.remaining};t={self.reset_seconds}',
            "X-RateLimit-Limit": str(self.bucket.hits),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": str(self.reset_seconds),
        }


class RateLimiter:
    """Counts hits; `factor` widens all limits (tests, benchmarks)."""

    def __init__(self, storage_uri: str, *, factor: int = 1) -> None:
        options = {} if storage_uri.startswith("memory") else {"implementation": "redispy"}
        shared = storage_from_string(f"async+{storage_uri}", **options)
        if not isinstance(shared, Storage):
            raise TypeError(f"{storage_uri} does not name an asynchronous storage")
        self._shared = SlidingWindowCounterRateLimiter(shared)
        self._local = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._factor = factor

    async def hit(self, bucket: Bucket, key: str) -> Allowance:
        """Count one hit; RateLimited (with Retry-After) when the limit is passed."""
        widened = Bucket(bucket.name, bucket.hits * self._factor, bucket.minutes)
        try:
            return await self._hit(self._shared, widened, key)
        except (OSError, StorageError):
            return await self._hit(self._local, widened, key)

    async def _hit(self, limiter: SlidingWindowCounterRateLimiter, bucket: Bucket, key: str) -> Allowance:
        allowed = await limiter.hit(bucket.item, bucket.name, key)
        window = await limiter.get_window_stats(bucket.item, bucket.name, key)
        reset_seconds = max(1, int(window.reset_time - time.time()) + 1)
        allowance = Allowance(bucket, window.remaining, reset_seconds)
        if not allowed:
            headers = {"Retry-After": str(reset_seconds), **allowance.headers()}
            raise RateLimited(
                f"At most {bucket.hits} in {bucket.minutes} min; try again in {reset_seconds} s.",
                headers=headers,
                extra={"violated_policies": [bucket.name]},
            )
        return allowance
