/**
 * Tables in files: CSV, packed by xz or gzip or not at all, and the first sheet of XLSX.
 *
 * <p>Read {@link org.millrace.exchange.file.Table} first. Imports nothing of ours.
 */
package org.millrace.exchange.file;
