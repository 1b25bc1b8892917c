"""Vale's styles as families of rules: YAML rules, vocabularies, and the settings of a .vale.ini."""
