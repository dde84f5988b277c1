package org.millrace.paper.print;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.millrace.party.BankAccount;
import org.millrace.party.Party;
import org.millrace.shared.Money;

/**
 * The code that banking programs scan to pay: EPC069-12 of the European Payments Council, version
 * 2, for transfers in euro.
 */
final class PaymentCode {
  private static final int QUIET_ZONE = 4;
  private static final int PIXELS = 4;
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_TEXT = 140;

  private PaymentCode() {}

  /** The text of the code; absent where nothing is to be paid in euro to an IBAN. */
  static Optional<String> text(Party payee, Money amount, String reference) {
    if (!amount.isPositive() || !amount.currency().getCurrencyCode().equals("EUR")) {
      return Optional.empty();
    }
    return payee.bankAccounts().stream()
        .filter(account -> account.iban().isPresent())
        .findFirst()
        .map(account -> text(payee, account, amount, reference));
  }

  private static String text(Party payee, BankAccount account, Money amount, String reference) {
    String name = account.holder().or(payee::legalName).orElse(payee.name());
    return String.join(
        "\n",
        "BCD",
        "002",
        "1",
        "SCT",
        account.bic().orElse(""),
        shortened(name, LONGEST_NAME),
        account.iban().orElseThrow(),
        "EUR" + amount.rounded().amount().toPlainString(),
        "",
        "",
        shortened(reference, LONGEST_TEXT));
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** A text as a picture, as the address of an image. */
  static String picture(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = (code.size + 2 * QUIET_ZONE) * PIXELS;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean isDark = code.getModule(x / PIXELS - QUIET_ZONE, y / PIXELS - QUIET_ZONE);
        image.setRGB(x, y, isDark ? 0 : 0xFFFFFF);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("The code cannot be drawn", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
