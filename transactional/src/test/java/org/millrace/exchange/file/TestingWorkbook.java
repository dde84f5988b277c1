package org.millrace.exchange.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook part by part, so that it can hold what no library writes. */
public final class TestingWorkbook {
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private String properties = "";

  public TestingWorkbook() {
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="%1$s/worksheet"/>
        <Relationship Id="rId2" Target="/xl/styles.xml" Type="%1$s/styles"/>
        <Relationship Id="rId3" Target="sharedStrings.xml" Type="%1$s/sharedStrings"/>
        </Relationships>
        """
            .formatted(RELATIONSHIPS));
  }

  /** Rows as they stand in the sheet. */
  public TestingWorkbook rows(String rows) {
    return part("xl/worksheets/sheet1.xml", "worksheet", "<sheetData>" + rows + "</sheetData>");
  }

  /** Formats by number, then the number of the format of each style. */
  TestingWorkbook styles(Map<Integer, String> formats, int... styles) {
    StringBuilder text = new StringBuilder("<numFmts>");
    formats.forEach(
        (id, code) -> text.append("<numFmt numFmtId='%d' formatCode='%s'/>".formatted(id, code)));
    text.append("</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>");
    for (int style : styles) {
      text.append("<xf numFmtId='").append(style).append("'/>");
    }
    return part("xl/styles.xml", "styleSheet", text.append("</cellXfs>").toString());
  }

  /** Style 1 shows days. */
  public TestingWorkbook dated() {
    return styles(Map.of(), 0, 14);
  }

  TestingWorkbook texts(String items) {
    return part("xl/sharedStrings.xml", "sst", items);
  }

  TestingWorkbook from1904() {
    properties = "<workbookPr date1904='1'/>";
    return this;
  }

  TestingWorkbook part(String path, String root, String inner) {
    String text = "<?xml version='1.0'?><%s%s xmlns:r='%s'>%s</%1$s>";
    return raw(path, text.formatted(root, MAIN, RELATIONSHIPS, inner));
  }

  TestingWorkbook raw(String path, String text) {
    parts.put(path, text);
    return this;
  }

  /** Writes the workbook. */
  public Path written(Path file) throws IOException {
    part(
        "xl/workbook.xml",
        "workbook",
        properties + "<sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets>");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
