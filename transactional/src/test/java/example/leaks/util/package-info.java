/** Counter-example: a package named by kind. Read {@link Odds}. */
package example.leaks.util;
