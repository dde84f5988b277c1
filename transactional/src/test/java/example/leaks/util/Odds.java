package example.leaks.util;

/** Lives in a package whose name says nothing. */
class Odds {}
