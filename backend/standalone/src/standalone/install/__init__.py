"""What has to be on the machine before the first part starts; every side can be repeated and stops cleanly."""
