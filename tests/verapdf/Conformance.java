import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks the reference validator whether every file named is PDF/UA-1 and PDF/A-2a, or PDF/A-3a where it says so; exits with 1 if one is not. */
public class Conformance {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int refused = 0;
        for (String file : files) {
            for (String flavour : List.of("ua1", archival(file))) {
                refused += conforms(file, PDFAFlavour.byFlavourId(flavour)) ? 0 : 1;
            }
        }
        System.out.println(files.length * 2 - refused + " passed, " + refused + " failed");
        System.exit(files.length == 0 || refused > 0 ? 1 : 0);
    }

    /** Returns the part of PDF/A that a file says it keeps to. */
    private static String archival(String file) throws Exception {
        String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
        return text.contains("<pdfaid:part>3<") ? "3a" : "2a";
    }

    private static boolean conforms(String file, PDFAFlavour flavour) throws Exception {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (!result.isCompliant() || result.getTotalAssertions() == 0) {
                System.out.println(file + " is not " + flavour);
                for (TestAssertion assertion : result.getTestAssertions()) {
                    System.out.println("  " + assertion.getRuleId() + " " + assertion.getMessage() + " at " + assertion.getLocation());
                }
                return false;
            }
            return true;
        }
    }
}
