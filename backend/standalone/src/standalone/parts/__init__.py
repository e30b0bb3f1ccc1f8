"""The parts of one installation: what each needs on disk and how it is started."""
