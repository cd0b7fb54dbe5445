"""Settings, addresses, the command line, the supervisor of processes and the schedule."""
