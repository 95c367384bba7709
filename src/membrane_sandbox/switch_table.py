"""Every switch of the sandbox: which form an undocumented thing takes, and which fault happens.

A number such as U4 in a sentence names an entry of ASSUMPTIONS.md.
"""

from __future__ import annotations

from typing import NamedTuple


class Switch(NamedTuple):
    """One switch. The first value is the default; `number` says that any whole number from 0 up is allowed as well."""

    name: str
    part: str
    values: tuple[str, ...]
    meaning: str
    number: bool = False

    @property
    def default(self) -> str:
        """The value of a fresh sandbox."""
        return self.values[0]

    @property
    def allowed(self) -> str:
        """The allowed values as text."""
        return " | ".join((*self.values, "N") if self.number else self.values)


def _part(part: str, *rows: tuple[str, str, str]) -> tuple[Switch, ...]:
    """Make switches from (name, "default other other", sentence); the value `N` stands for any whole number."""
    made = []
    for name, values, meaning in rows:
        words = values.split()
        made.append(Switch(name, part, tuple(word for word in words if word != "N"), meaning, number="N" in words))
    return tuple(made)


CONNECTION_SCRIPTS = (
    "approve ready building rebuild building-forever setup-failed configuration-error disconnected "
    "disconnecting provide-input "
    "defunct unknown-state no-state"
)
PROGRAM = _part(
    "program",
    ("exit", "codes 0always", "Exit code 1 on failure, or 0 always, with an error document too (U1)."),
    (
        "errors",
        "text bare envelope stderr-json",
        "A failure prints `Error: ...` on stderr, {type,message} or {error:{...}} on stdout, or JSON on stderr (U2).",
    ),
    (
        "envelope",
        "items array output data",
        "Lists of the program are {items}, a bare array, {output:{items}} or {data:{items}} (U4).",
    ),
    ("layout", "pretty compact", "JSON has two spaces per level, or stands on one line (U5)."),
    (
        "noise",
        "none banner deprecated",
        "Before the JSON, stdout carries nothing, a coloured banner or a DEPRECATED line (U5).",
    ),
    ("request", "plain wrapped", "`request` prints the body as received, or {status,headers,data} (U16)."),
    ("login-stream", "stdout stderr", "The stream on which `login` prints the authorization URL (U21)."),
    (
        "program",
        "membrane wrong",
        "`wrong` behaves like the other program of that name, which knows none of these commands.",
    ),
)
MEMBRANE = _part(
    "membrane",
    (
        "names",
        "documented other none",
        "Input names of the actions are Faktoora's, others (size, invoiceId, number ...), or unsaid: no inputSchema.",
    ),
    ("keys", "yes no", "Actions carry a key, or only an id like catalog actions (U12)."),
    (
        "files",
        "base64 data-url text object buffer damaged xml json",
        "The form in which the get-invoice actions hand over the file.",
    ),
    (
        "lists",
        "data-meta items array content",
        "The output of list actions is {data,meta}, {items,total}, a bare array or {content,totalElements}.",
    ),
    ("actions", "all empty", "`empty`: a connection has no actions."),
    (
        "output",
        "normal null absent string huge",
        "What `action run` returns as output after doing the work; huge is 5 MB.",
    ),
    (
        "connection",
        CONNECTION_SCRIPTS,
        "The states that a Faktoora connection goes through; setting it starts the existing one anew.",
    ),
    (
        "connection-error",
        "both errors error request-error",
        "A failed connection says why in errors[] and error, in one of them, or in requestError.",
    ),
    (
        "connections",
        "one two other-app",
        "`two`: there is a second Faktoora connection; `other-app`: one of another app comes first in the list (U8).",
    ),
    (
        "ensure",
        "url words",
        "`connection ensure` takes a URL or domain only, or free text as well, as it once did (U7).",
    ),
    ("building-seconds", "0 N", "How long one `connection get --wait` holds while BUILDING, at most its timeout (U9)."),
    (
        "after-create",
        "found missing",
        "`missing`: the first get of a connection or action just created answers 404 (U26).",
    ),
    ("create", "id empty-id", "`empty-id`: `action create` answers a shell whose id is empty (U27)."),
    ("instructions", "none hostile", "`hostile`: clientAction carries agentInstructions such as no agent may follow."),
)
FAULTS = _part(
    "fault",
    ("expire", "never N", "The login ends at the N-th call from now with 401 not_authenticated."),
    ("rate-limit", "no once always", "Membrane answers 429 rate_limit_exceeded and does nothing."),
    ("gateway", "ok once always", "A gateway before Membrane answers 502 with an HTML page, and nothing is done."),
    ("hang", "no once always", "The call sleeps for hang-seconds before anything is done."),
    (
        "lost-answer",
        "no gateway hang",
        "A write is carried out, then its answer is lost: a 502 page, after hang-seconds for hang.",
    ),
    ("hang-seconds", "60 N", "How long a hanging call sleeps."),
    (
        "faktoora",
        "ok 401 403 409 429 500 503 html",
        "What Faktoora answers to every call instead of doing it; html is a 502 page.",
    ),
)
ACCOUNT = _part(
    "account",
    ("invoice-delete-mode", "off on", "The account setting without which DELETE /invoices is refused."),
    ("invoice-validation", "on off", "The account feature without which `validate: true` is refused."),
    (
        "invoice-validity",
        "valid invalid",
        "What is found when a new invoice is validated; what is invalid is not sent.",
    ),
    (
        "customer-patch",
        "five partial",
        "PATCH /customer needs the five required fields (staging page), or none (production page).",
    ),
    (
        "webhook-names",
        "both staging production",
        "The event of a new invoice is subscribed to as invoiceCreate, invoiceCreated, or either.",
    ),
    ("webhook-list", "array data-meta", "GET /webhooks answers a bare array, or {data,meta}."),
    (
        "carries",
        "documented all",
        "A new invoice keeps the documented fields, or also those that no page names: dueDate, note, discounts ...",
    ),
    (
        "generation",
        "at-once slow never",
        "`slow`: at the third look the file of a new invoice is there, and it goes on; `never`: it stays away.",
    ),
)
SWITCHES = {switch.name: switch for switch in (*PROGRAM, *MEMBRANE, *FAULTS, *ACCOUNT)}
