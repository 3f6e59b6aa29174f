"""The command line: a thin shell that parses arguments, calls one library function, shows the result and exits."""
