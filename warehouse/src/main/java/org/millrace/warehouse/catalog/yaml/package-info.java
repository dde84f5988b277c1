/**
 * YAML that knows where it stands, so that what is wrong is told with file and line.
 *
 * <p>Read {@link org.millrace.warehouse.catalog.yaml.YamlNode} first.
 */
package org.millrace.warehouse.catalog.yaml;
