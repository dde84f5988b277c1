/**
 * What a person or a program sees on the terminal: tables, comma-separated rows, signs of life
 * during long work. Read {@link org.millrace.deploy.terminal.Table} first. Imports nothing of ours.
 */
package org.millrace.deploy.terminal;
