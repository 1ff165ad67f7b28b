"""What files say besides their pixels."""
