package io.outrider.research.reason;

import io.outrider.research.brief.Evidence;
import io.outrider.research.brief.FieldBasis;
import io.outrider.research.brief.Person;
import io.outrider.research.brief.Predicate;
import io.outrider.research.brief.Seniority;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People and their titles: "Ann Peeters is our Chief Executive Officer", "Person: Ann Peeters | CEO", or a name above a title. */
final class PeopleRule implements Rule {

    private static final Set<Seniority> LEADERS = EnumSet.of(Seniority.C_LEVEL, Seniority.VP, Seniority.DIRECTOR);
    static final String NAME =
            "(?<name>\\p{Lu}[\\p{L}'’.-]+(?: (?:van|de|der|den|von|da|di|del|la|le|el|al|bin|ten|ter|dos|du))"
                    + "{0,3}(?: \\p{Lu}[\\p{L}'’.-]+){1,3})";
    private static final String TITLE_WORD =
            "(?:Chief|CEO|CTO|CFO|COO|CMO|CIO|CISO|CRO|CPO|President|VP|SVP|EVP|Director|Directrice"
                    + "|Directeur|Head|Founder|Co-founder|Co-Founder|Owner|Partner|Manager|Lead|Officer|Publisher|Chair|Chairman|Chairwoman"
                    + "|Geschäftsführer|Geschäftsführerin|Engineer|Architect|Supervisor|Principal|Secretary|Treasurer|Dean|Counsel)";
    private static final String TITLE = "(?<title>(?:[\\p{L}&/-]+ ){0,4}?" + TITLE_WORD + "\\b[\\p{L}&/,' -]{0,60}?)";
    private static final Pattern LINE = Pattern.compile("^(?:Meet )?" + NAME
            + "(?:,| is (?:our|the)| serves as(?: our| the)?| \\||\\n| –| —| -| joined as) " + "?" + TITLE
            + "(?: \\| (?<email>[\\w.+-]+@[\\w.-]+\\w))?\\.?$");
    private static final Pattern DATA = Pattern.compile("^Person: " + NAME.replace("<name>", "<dname>")
            + "(?: \\| (?<dtitle>[^|@]{2,80}))?(?: \\| (?<demail>[\\w.+-]+@[\\w.-]+\\w))?$");
    private static final Pattern NAME_ONLY = Pattern.compile("\\R?" + NAME + "$");
    private static final double SAID = 0.85;
    private static final int LONGEST_NAME_LINE = 50;

    @Override
    public List<String> triggers() {
        return List.of(
                "chief",
                "ceo",
                "cto",
                "cfo",
                "coo",
                "cmo",
                "cio",
                "ciso",
                "cro",
                "cpo",
                "president",
                "vp",
                "svp",
                "evp",
                "director",
                "directrice",
                "directeur",
                "head",
                "founder",
                "owner",
                "partner",
                "manager",
                "lead",
                "officer",
                "publisher",
                "chair",
                "chairman",
                "chairwoman",
                "geschäftsführer",
                "geschäftsführerin",
                "engineer",
                "architect",
                "supervisor",
                "principal",
                "secretary",
                "treasurer",
                "dean",
                "counsel",
                "person");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        var data = sentence.matcher(DATA);
        if (data.find()) {
            add(sentence, found, data.group("dname"), text(data.group("dtitle")), text(data.group("demail")));
            return;
        }
        var line = sentence.matcher(LINE);
        if (line.find()) {
            add(sentence, found, line.group("name"), line.group("title"), text(line.group("email")));
            return;
        }
        underName(sentence, found);
    }

    /** A card: the name on the line before, the title on this one. */
    private static void underName(Sentence sentence, Findings found) {
        var text = sentence.page().text();
        if (sentence.start() < 3 || text.charAt(sentence.start() - 1) != '\n') {
            return;
        }
        var before = text.lastIndexOf('\n', sentence.start() - 2) + 1;
        if (sentence.start() - before > LONGEST_NAME_LINE
                || !NAME_ONLY.matcher(text).region(before, sentence.start() - 1).matches()) {
            return;
        }
        var both = new Sentence(sentence.account(), sentence.page(), before, sentence.end());
        var card = both.matcher(LINE);
        if (card.find()) {
            add(both, found, card.group("name"), card.group("title"), "");
        }
    }

    private static void add(Sentence sentence, Findings found, String name, String title, String email) {
        if (name.equalsIgnoreCase(sentence.account().displayName())) {
            return;
        }
        var seniority = Seniority.of(title);
        if (!title.isEmpty() && LEADERS.contains(seniority)) {
            found.add(sentence, Predicate.LEADER, name + ", " + title.strip(), SAID);
        }
        var evidence = List.of(Evidence.at(sentence.page(), sentence.start(), sentence.end()));
        var space = name.indexOf(' ');
        found.add(new Person(
                Person.idOf(sentence.account().domain(), name, email),
                name.substring(0, space),
                name.substring(space + 1),
                title.strip(),
                seniority,
                "",
                email,
                "",
                "",
                List.of(new FieldBasis("title", evidence, "the page names the person with this title", SAID))));
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }
}
