from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault of a rule
settings.load_profile("unhurried")
