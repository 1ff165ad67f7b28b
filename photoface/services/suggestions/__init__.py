"""Who a group may be: where everything stands, whom it is near, what is suggested."""
