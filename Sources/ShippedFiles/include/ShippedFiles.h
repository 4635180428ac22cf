int shipped_file_count(void);
