"""What svcdesk costs, each time against the least anybody would have to pay for the same.

``python -m benchmarks`` measures everything and prints a table. Milliseconds differ from
machine to machine; what counts is the ratio to a baseline measured in the same run, turn
and turn about, so that a busy machine slows both.
"""
