"""The questions one may ask of an open corpus. Each is a function of what is open (`Opened`), and changes nothing."""
