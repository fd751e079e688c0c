package io.outrider.orchestrator.intake;

import io.outrider.type.v1.Seniority;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a person's seniority from a job title. */
public final class TitleSeniority {

    /** "Assistant to the CEO" is not the CEO. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile("\\b(assistant|secretary|adviser|advisor)\\b.*\\bto\\b.*");

    private static final Pattern VP =
            Pattern.compile("\\b([se]?vp|avp|rvp|gvp)\\b|\\bvice[ -]+president\\b|\\bvice[ -]+pr[eé]sidente?\\b");
    private static final Pattern C_LEVEL =
            Pattern.compile("\\bc([eftiomprsdlb]|is|hr|cr)o\\b|\\bchief\\b.*\\bofficer\\b"
                    + "|\\b(co-?)?founder\\b|\\bpresident\\b|\\bmanaging (director|partner)\\b|\\bgesch[aä]ftsf[uü]hrer(in)?\\b"
                    + "|\\bvorstand\\b|^(co-?|business )?owner\\b|\\bpartner\\b$|\\bg[eé]rant\\b|\\bpdg\\b");
    private static final Pattern DIRECTOR =
            Pattern.compile("\\b(director|directeur|directrice|directora?|direktor(in)?)\\b"
                    + "|\\bhead\\b|\\bchief\\b|\\b[a-zäöü]*leiter(in)?\\b|\\bgeneral manager\\b");
    private static final Pattern MANAGER = Pattern.compile(
            "\\b(manager|supervisor|gerente|jefe|responsable|teamleiter(in)?|foreman)\\b|\\bteam[ -]?lead(er)?\\b");

    private TitleSeniority() {}

    /** Unspecified only for an empty title. */
    public static Seniority of(String title) {
        var text = title.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Seniority.SENIORITY_UNSPECIFIED;
        }
        if (OF_ANOTHER.matcher(text).find()) {
            return Seniority.SENIORITY_INDIVIDUAL;
        }
        if (VP.matcher(text).find()) {
            return Seniority.SENIORITY_VP;
        }
        if (C_LEVEL.matcher(text).find()) {
            return Seniority.SENIORITY_C_LEVEL;
        }
        if (MANAGER.matcher(text).find() && !text.contains("general manager")) {
            return Seniority.SENIORITY_MANAGER;
        }
        return DIRECTOR.matcher(text).find() ? Seniority.SENIORITY_DIRECTOR : Seniority.SENIORITY_INDIVIDUAL;
    }
}
