"""Whether a service standard can keep its promised time: flow + promise -> times, verdict, chance. Reads no files."""
