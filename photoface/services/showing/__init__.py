"""What views show: people, photos, faces, one of them or long lists."""
