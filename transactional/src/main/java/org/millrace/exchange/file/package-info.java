/**
 * Tables in files: CSV, packed by xz or gzip or not at all, and the first sheet of XLSX.
 *
 * <p>Read {@link org.millrace.exchange.file.Table} first. Imports shared and settings. Memory does
 * not grow with the file, whatever it holds.
 */
package org.millrace.exchange.file;
