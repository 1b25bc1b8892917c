"""The rules that come with copydesk: one module a family, phrase rules in `phrases/`, houses in `houses/`."""

#: Ids that rules once had, and what they are called now.
REDIRECTS: dict[str, str] = {}
