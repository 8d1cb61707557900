"""An authority of the test's own, with the command of OpenSSL."""

import ssl
import subprocess
from pathlib import Path


class Authority:
    """Certifies servers."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir()
        self.certificate, self.key = self.folder / "authority.pem", self.folder / "authority.key"
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Authority of Nowhere",
                "-keyout", self.key, "-out", self.certificate)

    def server(self, name):
        """Returns the certificate and the key of a server."""
        base = self.folder / name
        certificate, key, asked, more = (base.with_name(f"{name}.{end}") for end in ("pem", "key", "csr", "cnf"))
        if not certificate.exists():
            more.write_text(f"subjectAltName=DNS:{name}\n")
            openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", key, "-out", asked)
            openssl("x509", "-req", "-in", asked, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial",
                    "-days", "2", "-extfile", more, "-out", certificate)
        return certificate, key


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def context(authority, name):
    """Returns what a server with a certificate speaks."""
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(*authority.server(name))
    return found
