using static CohortBot.Cohorts.Holidays.HolidayRule;

namespace CohortBot.Cohorts.Holidays;

/// <summary>
/// What the laws of each country say. Only what holds in the whole country stands here (for GB: in England and Wales); holidays of a single land,
/// canton or province, and days that are proclaimed once, belong in the cohort's own list.
/// </summary>
internal static class HolidayLaws
{
    private const WeekendRule Next = WeekendRule.NextFreeWeekday;
    private const WeekendRule Nearest = WeekendRule.NearestWeekday;

    private static readonly HolidayRule NewYear = Fixed("new_year", 1, 1);
    private static readonly HolidayRule GoodFriday = AfterEaster("good_friday", -2);
    private static readonly HolidayRule EasterMonday = AfterEaster("easter_monday", 1);
    private static readonly HolidayRule LabourDay = Fixed("labour_day", 5, 1);
    private static readonly HolidayRule Ascension = AfterEaster("ascension", 39);
    private static readonly HolidayRule WhitMonday = AfterEaster("whit_monday", 50);
    private static readonly HolidayRule Assumption = Fixed("assumption", 8, 15);
    private static readonly HolidayRule AllSaints = Fixed("all_saints", 11, 1);
    private static readonly HolidayRule Christmas = Fixed("christmas_day", 12, 25);
    private static readonly HolidayRule SecondChristmas = Fixed("second_christmas_day", 12, 26);

    /// <summary>The rules by country.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<HolidayRule>> ByCountry { get; } =
        new Dictionary<string, IReadOnlyList<HolidayRule>>(StringComparer.Ordinal)
        {
            ["AT"] = Austria(),
            ["CA"] = Canada(),
            ["CH"] = Switzerland(),
            ["DE"] = Germany(),
            ["FR"] = France(),
            ["GB"] = EnglandAndWales(),
            ["IE"] = Ireland(),
            ["NL"] = Netherlands(),
            ["US"] = UnitedStates(),
        };

    // Arbeitsruhegesetz § 7 (2): https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=10008541
    private static HolidayRule[] Austria() =>
    [
        NewYear, Fixed("epiphany", 1, 6), EasterMonday, LabourDay, Ascension, WhitMonday, AfterEaster("corpus_christi", 60), Assumption,
        Fixed("austria_day", 10, 26), AllSaints, Fixed("immaculate_conception", 12, 8), Christmas, Fixed("st_stephen", 12, 26),
    ];

    // Canada Labour Code, sections 166 and 193: https://laws-lois.justice.gc.ca/eng/acts/L-2/. On a weekend the working day before or after is
    // free; the day after is what federal offices keep. Victoria Day is the Monday before 25 May.
    private static HolidayRule[] Canada() =>
    [
        Fixed("new_year", 1, 1, Next), GoodFriday, new("victoria_day", year => OnOrAfter(new DateOnly(year, 5, 18), DayOfWeek.Monday)),
        Fixed("canada_day", 7, 1, Next), Nth("labour_day", 9, DayOfWeek.Monday, 1), Fixed("truth_and_reconciliation", 9, 30, Next),
        Nth("thanksgiving", 10, DayOfWeek.Monday, 2), Fixed("remembrance_day", 11, 11, Next),
        Fixed("christmas_day", 12, 25, Next), Fixed("boxing_day", 12, 26, Next),
    ];

    // Federal constitution, article 110 (3), for 1 August; the other three are kept in every canton. List of the Federal Office of Justice:
    // https://www.bj.admin.ch/dam/bj/de/data/publiservice/service/zivilprozessrecht/kant-feiertage.pdf
    private static HolidayRule[] Switzerland() => [NewYear, Ascension, Fixed("swiss_national_day", 8, 1), Christmas];

    // Unification treaty, article 2 (2), for 3 October; the laws of all sixteen lands for the others:
    // https://www.bmi.bund.de/DE/themen/verfassung/staatliche-symbole/nationale-feiertage/nationale-feiertage-node.html
    private static HolidayRule[] Germany() =>
    [
        NewYear, GoodFriday, EasterMonday, LabourDay, Ascension, WhitMonday, Fixed("german_unity", 10, 3), Christmas, SecondChristmas,
    ];

    // Code du travail, article L3133-1: https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033020917
    private static HolidayRule[] France() =>
    [
        NewYear, EasterMonday, LabourDay, Fixed("victory_1945", 5, 8), Ascension, WhitMonday, Fixed("bastille_day", 7, 14), Assumption, AllSaints,
        Fixed("armistice", 11, 11), Christmas,
    ];

    // Banking and Financial Dealings Act 1971, schedule 1, with New Year and the early May holiday by proclamation: https://www.gov.uk/bank-holidays
    private static HolidayRule[] EnglandAndWales() =>
    [
        Fixed("new_year", 1, 1, Next), GoodFriday, EasterMonday, Nth("early_may", 5, DayOfWeek.Monday, 1), Last("spring_bank_holiday", 5, DayOfWeek.Monday),
        Last("summer_bank_holiday", 8, DayOfWeek.Monday), Fixed("christmas_day", 12, 25, Next), Fixed("boxing_day", 12, 26, Next),
    ];

    // Organisation of Working Time Act 1997, second schedule, with S.I. 50/2022 for Saint Brigid (1 February where that is a Friday, else the first
    // Monday): https://www.irishstatutebook.ie/eli/1997/act/20/schedule/2/enacted/en/html
    private static HolidayRule[] Ireland() =>
    [
        NewYear, new("st_brigid", SaintBrigid), Fixed("st_patrick", 3, 17), EasterMonday, Nth("may_holiday", 5, DayOfWeek.Monday, 1),
        Nth("june_holiday", 6, DayOfWeek.Monday, 1), Nth("august_holiday", 8, DayOfWeek.Monday, 1), Last("october_holiday", 10, DayOfWeek.Monday),
        Christmas, Fixed("st_stephen", 12, 26),
    ];

    // Algemene termijnenwet, article 3: https://wetten.overheid.nl/BWBR0002448. The King's birthday, 27 April, is kept on the 26th when it is a Sunday.
    private static HolidayRule[] Netherlands() =>
    [
        NewYear, EasterMonday, new("kings_day", KingsDay), Fixed("liberation_day", 5, 5), Ascension, WhitMonday, Christmas, SecondChristmas,
    ];

    // 5 U.S.C. 6103, with Executive Order 11582 for Sundays: https://www.law.cornell.edu/uscode/text/5/6103
    private static HolidayRule[] UnitedStates() =>
    [
        Fixed("new_year", 1, 1, Nearest), Nth("martin_luther_king", 1, DayOfWeek.Monday, 3), Nth("washington", 2, DayOfWeek.Monday, 3),
        Last("memorial_day", 5, DayOfWeek.Monday), Fixed("juneteenth", 6, 19, Nearest), Fixed("independence_day", 7, 4, Nearest),
        Nth("labour_day", 9, DayOfWeek.Monday, 1), Nth("columbus_day", 10, DayOfWeek.Monday, 2), Fixed("veterans_day", 11, 11, Nearest),
        Nth("thanksgiving", 11, DayOfWeek.Thursday, 4), Fixed("christmas_day", 12, 25, Nearest),
    ];

    private static DateOnly SaintBrigid(int year)
    {
        var first = new DateOnly(year, 2, 1);
        return first.DayOfWeek == DayOfWeek.Friday ? first : OnOrAfter(first, DayOfWeek.Monday);
    }

    private static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }
}
