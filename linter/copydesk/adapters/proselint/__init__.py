"""proselint as a family of rules: its checks, our zones, quotations and positions."""
