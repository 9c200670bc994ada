"""The page of the whole country: from the data packages that the provinces publish, and no more."""
