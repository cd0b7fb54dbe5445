"""A key as an authenticator registers it: built by the library, of no use for signing in."""

from typing import Any

from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

SITE_HASH = bytes(32)
POINT = bytes(32)


def registered(credential_id: bytes) -> dict[str, Any]:
    """What the browser sent when the key was added."""
    key = ES256({1: 2, 3: -7, -1: 1, -2: POINT, -3: POINT})
    credential = AttestedCredentialData.create(Aaguid.NONE, credential_id, key)
    told = AuthenticatorData.create(SITE_HASH, AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT, 0, credential)
    client = CollectedClientData.create(CollectedClientData.TYPE.CREATE, b"challenge", "http://testserver")
    return {
        "id": websafe_encode(credential_id),
        "rawId": websafe_encode(credential_id),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
        },
        "clientExtensionResults": {},
    }
