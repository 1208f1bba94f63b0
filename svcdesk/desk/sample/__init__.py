"""The sample hall: a real catalogue, invented people, and a life made by the acts themselves."""
