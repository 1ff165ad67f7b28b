"""From files to photos and faces: scanned, paired, read, shown as one."""
