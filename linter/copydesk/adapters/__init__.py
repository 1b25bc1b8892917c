"""Other linters under this roof: their findings in our coordinates, for our zones, silent where our rules speak."""
