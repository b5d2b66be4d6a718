"""Publishing targets: a folder, and any store with an S3 interface."""

import contextlib
import gzip
import re
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from mingbai.atomicfile import remove_abandoned, write_file
from mingbai.errors import Location, MingbaiError, TargetUnwritable
from mingbai.extras import extra
from mingbai.messages import tell
from mingbai.publishing.headers import TEXT, cache_control, content_type
from mingbai.publishing.manifest import NAME as MANIFEST
from mingbai.publishing.manifest import read_manifest


class Store(Protocol):
    """A target that stores files by their path in the site."""

    takes_compressed: bool
    """Whether the compressed files are uploaded beside the plain ones."""

    def digests(self) -> dict[str, str]:
        """Return the hashes of the last publication by path; empty if there was none.

        Raises:
            TargetUnwritable: the list cannot be trusted.
        """

    def put(self, path: str, data: bytes) -> None:
        """Write a file atomically."""

    def delete(self, path: str) -> None:
        """Remove a file; a missing file is not an error."""


class FolderStore:
    """A local folder, such as one that a web server serves."""

    takes_compressed = True

    def __init__(self, root: Path) -> None:
        """Set the folder; the first write creates it."""
        self._root = root

    def digests(self) -> dict[str, str]:
        """Return the hashes in manifest.json; remove temporary files of killed runs."""
        remove_abandoned(self._root)
        path = self._root / MANIFEST
        return dict(read_manifest(path.read_bytes(), str(path)).files) if path.is_file() else {}

    def put(self, path: str, data: bytes) -> None:
        """Write a file atomically."""
        write_file(self._inside(path), data)

    def delete(self, path: str) -> None:
        """Remove the file, and folders that become empty."""
        target = self._inside(path)
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise TargetUnwritable(
                Location(target),
                tell(
                    "The file cannot be deleted: {strerror}.",
                    strerror=(error.strerror or "unknown error").lower(),
                ),
                todo=tell("Check the folder's permissions, then publish again."),
            ) from error
        for folder in target.parents:
            if folder == self._root:
                break
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _inside(self, path: str) -> Path:
        """Return the file's path; refuse a link that leads out of the folder."""
        target = self._root / path
        if not target.parent.resolve().is_relative_to(self._root.resolve()):
            raise TargetUnwritable(
                Location(target),
                tell("This symbolic link leads out of the target folder."),
                todo=tell("Remove the symbolic link."),
            )
        return target


class S3Store:
    """A bucket. Text is uploaded compressed, with a Content-Encoding, under its plain name."""

    takes_compressed = False

    def __init__(self, bucket: str, prefix: str, endpoint: str | None) -> None:
        """Connect with the keys in the environment, as every S3 client does.

        Args:
            bucket: the bucket's name.
            prefix: the site's path in the bucket, without a slash at either end.
            endpoint: the address of a store other than Amazon's.
        """
        with extra("s3", "Publishing to an S3 store"):
            import boto3  # noqa: PLC0415 (slow to import, and seldom needed)
            from botocore.config import Config  # noqa: PLC0415

        settings = Config(
            retries={"max_attempts": 5, "mode": "standard"},
            connect_timeout=10,
            read_timeout=60,
            request_checksum_calculation="when_required",
        )
        self._bucket = bucket
        self._prefix = f"{prefix}/" if prefix else ""
        self._client: Any = boto3.client("s3", endpoint_url=endpoint, config=settings)

    def digests(self) -> dict[str, str]:
        """Return the hashes in the bucket's manifest.json."""
        data = self._try("read", self._read)
        where = f"{self._bucket}/{self._prefix}{MANIFEST}"
        return dict(read_manifest(data, where).files) if data else {}

    def _read(self) -> bytes:
        from botocore.exceptions import ClientError  # noqa: PLC0415

        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._prefix + MANIFEST)
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in ("NoSuchKey", "404"):
                return b""
            raise
        data = bytes(answer["Body"].read())
        return gzip.decompress(data) if answer.get("ContentEncoding") == "gzip" else data

    def put(self, path: str, data: bytes) -> None:
        """Upload one object with its type, encoding and cache lifetime."""
        encoding = {}
        if PurePosixPath(path).suffix in TEXT:
            data = gzip.compress(data, 9, mtime=0)
            encoding = {"ContentEncoding": "gzip"}
        self._try(
            "write",
            lambda: self._client.put_object(
                Bucket=self._bucket,
                Key=self._prefix + path,
                Body=data,
                ContentType=content_type(path),
                CacheControl=cache_control(path),
                **encoding,
            ),
        )

    def delete(self, path: str) -> None:
        """Remove one object."""
        self._try(
            "delete",
            lambda: self._client.delete_object(Bucket=self._bucket, Key=self._prefix + path),
        )

    def _try(self, what: str, call: Any) -> Any:  # noqa: ANN401 (as boto3's)
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            return call()
        except (BotoCoreError, ClientError) as error:
            raise MingbaiError(
                Location(Path(self._bucket)),
                tell(
                    "The store refused to {what}: {without_passwords}",
                    what=what,
                    without_passwords=without_passwords(str(error)),
                ),
                todo=tell("Check the bucket, the endpoint and the keys in the environment."),
            ) from error


def without_passwords(text: str) -> str:
    """Return a message with the passwords in addresses masked.

    >>> without_passwords("no answer from https://me:secret@store.example/x")
    'no answer from https://me:***@store.example/x'
    """
    return _PASSWORD.sub(r"\1***@", text)


_PASSWORD = re.compile(r"(://[^\s/:@]*:)[^\s/]*@")
