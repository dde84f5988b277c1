package org.millrace.einvoice.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Attaches an invoice in CII to its printed page: Factur-X 1.0, which ZUGFeRD 2 is as well. The
 * metadata say so as the standard asks, by an extension of their schema.
 */
public final class FacturX {
  private static final String FILE = "factur-x.xml";
  private static final String SPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

  private FacturX() {}

  /** The profile of Factur-X by the rules that the file keeps. */
  public enum Profile {
    EN_16931("EN 16931"),
    XRECHNUNG("XRECHNUNG");

    private final String level;

    Profile(String level) {
      this.level = level;
    }
  }

  /** The PDF/A-3 with the file attached. */
  public static byte[] attach(byte[] pdf, byte[] xml, Profile profile, Instant now) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDComplexFileSpecification file = file(document, xml, now);
      PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of(FILE, file));
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
      names.setEmbeddedFiles(tree);
      catalog.setNames(names);
      COSArray associated = new COSArray();
      associated.add(file.getCOSObject());
      catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
      describe(document, profile);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The invoice cannot be attached", e);
    }
  }

  private static PDComplexFileSpecification file(PDDocument document, byte[] xml, Instant now)
      throws IOException {
    Calendar moment = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    moment.setTimeInMillis(now.toEpochMilli());
    PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(xml));
    content.setSubtype("text/xml");
    content.setSize(xml.length);
    content.setCreationDate(moment);
    content.setModDate(moment);
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(FILE);
    file.setFileUnicode(FILE);
    file.setFileDescription("Factur-X invoice");
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
    return file;
  }

  /** Adds what Factur-X says of itself to the metadata that the page has. */
  private static void describe(PDDocument document, Profile profile) throws IOException {
    PDMetadata told = document.getDocumentCatalog().getMetadata();
    String text = new String(told.toByteArray(), StandardCharsets.UTF_8);
    int end = text.lastIndexOf("</rdf:RDF>");
    String all = text.substring(0, end) + facts(profile) + text.substring(end);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(all.getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
  }

  private static String facts(Profile profile) {
    return """
        <rdf:Description rdf:about=""
            xmlns:fx="%s"
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <fx:DocumentType>INVOICE</fx:DocumentType>
          <fx:DocumentFileName>%s</fx:DocumentFileName>
          <fx:Version>1.0</fx:Version>
          <fx:ConformanceLevel>%s</fx:ConformanceLevel>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
          <pdfaExtension:schemas>
            <rdf:Bag>
              <rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>fx</pdfaSchema:prefix>
                <pdfaSchema:property>
                  <rdf:Seq>%s%s%s%s</rdf:Seq>
                </pdfaSchema:property>
              </rdf:li>
            </rdf:Bag>
          </pdfaExtension:schemas>
        </rdf:Description>
        """
        .formatted(
            SPACE,
            FILE,
            profile.level,
            SPACE,
            property("DocumentFileName", "name of the attached file"),
            property("DocumentType", "INVOICE"),
            property("Version", "version of the standard"),
            property("ConformanceLevel", "profile of the standard"));
  }

  private static String property(String name, String description) {
    return """
        <rdf:li rdf:parseType="Resource">
          <pdfaProperty:name>%s</pdfaProperty:name>
          <pdfaProperty:valueType>Text</pdfaProperty:valueType>
          <pdfaProperty:category>external</pdfaProperty:category>
          <pdfaProperty:description>%s</pdfaProperty:description>
        </rdf:li>
        """
        .formatted(name, description);
  }
}
