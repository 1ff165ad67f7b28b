"""What angles are worth in this library, and how pure its groups are."""
