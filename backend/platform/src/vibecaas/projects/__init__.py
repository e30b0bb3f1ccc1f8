"""Projects: what a person builds, its files and its versions; git is the truth of the files."""
