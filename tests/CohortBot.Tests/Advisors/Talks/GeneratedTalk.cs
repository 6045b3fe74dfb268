namespace CohortBot.Tests.Advisors.Talks;

/// <summary>Members who differ in background, goal, hours and budget, made from a seed.</summary>
internal static class GeneratedTalk
{
    /// <summary>How many are made for each lab.</summary>
    public const int Count = 10;

    private static readonly (string Work, string Done, string Problem)[] Backgrounds =
    [
        ("I'm an accountant in a shipping firm; month-end closing in Excel eats most of my week.", "I built a spreadsheet with macros that finds double bookings, and our auditor asked for it.", "Every month somebody books the same invoice twice."),
        ("I teach chemistry to teenagers at a state school, eleven years now.", "I wrote a lab safety course that four other schools now use.", "Every week I mark ninety lab reports and the same mistakes come back."),
        ("I've been a backend developer in Java for six years, mostly payment services.", "I built a service with Postgres and Docker that I am on call for; it cut failed payments by half.", "Every week an alert wakes us for nothing."),
        ("Lawyer, mostly employment contracts, in a firm of nine people.", "I wrote a checklist for data protection in contracts that the whole firm follows.", "Each week we read forty contracts for the same three clauses."),
        ("I drive a forklift in a warehouse, and before that I cooked in a hotel kitchen.", "I drew a new picking list, and we walk a third less.", "Every week pallets stand in the wrong aisle and nobody knows since when."),
        ("I'm a PhD student in physics; I measure noise in detectors and write Python all day.", "I published a paper on detector noise and put the Python code on GitHub.", "Each week we throw away measurements without knowing whether they were bad."),
        ("I stay at home with two small kids; I was a market research analyst before.", "I ran surveys with statistics in SPSS and one of them stopped a product launch.", "Every week parents in our group ask which childcare place is free."),
        ("I translate medical leaflets from Polish and Ukrainian.", "I keep a glossary of nine hundred terms that three agencies use.", "Every week a machine translation turns a dose into nonsense."),
        ("Paramedic, night shifts, in a rural county.", "I wrote a handover form that the hospital took over.", "Every week we wait at the wrong hospital because nobody knows which one is full."),
        ("I run the customer support of a small shop for bicycles.", "I sorted two thousand complaints into twelve kinds, and returns went down.", "Every week the same forty questions about gears come in by mail."),
        ("I'm a designer of web pages, freelance, with some JavaScript.", "I made a booking page for a clinic and tested it with eight users.", "Every week customers send me pictures without a description for blind readers."),
        ("I work as a clerk in the city council's housing office.", "I wrote the guideline on who gets a flat first, and the council voted for it.", "Every week people wait for a flat and cannot see why others are before them."),
    ];

    private static readonly (string Role, string Day)[] Goals =
    [
        ("ML engineer or MLOps engineer, because I like it when things run.", "The engine room and the tester: I want to see how it breaks and keep it running."),
        ("Data scientist or data engineer; numbers calm me down.", "The auditor, and the experiment: I want to measure whom a system treats worse."),
        ("AI product manager or AI software engineer.", "The workshop; I want to build something that people use on Friday."),
        ("AI research scientist or NLP engineer, I want to understand why models say what they say.", "The experiment, to find out how a model works inside."),
        ("Something in safety or evaluation, checking what systems tell people. NLP engineer or data scientist, if it must be one of those.", "The referee, or the tester: wrong answers hurt people."),
        ("Policy work on rules for AI. AI product manager or data scientist, if it must be one of those.", "The drafter: I want to write the rules and say who must answer for it."),
        ("Computer vision engineer or AI software engineer.", "The workshop, a tool that looks at pictures."),
        ("I'd like to train colleagues to use AI well. AI product manager or AI software engineer.", "The referee: I like explaining, and it must be fair."),
    ];

    private static readonly string[] Hours = ["Three hours a week, on Sundays.", "About five hours a week, after nine in the evening.", "Eight hours a week.", "Twelve hours a week, mornings.", "Twenty hours a week until spring.", "Full time, forty hours a week."];

    private static readonly string[] Budgets = ["I cannot spend any money on it, nothing.", "A few hundred a year would be all right.", "I have saved thousands for a degree.", "My employer would pay for a course.", "My income must not be put at risk."];

    private static readonly string[] Trials = ["My sister could look at it, she is honest.", "A former colleague who codes would read it.", "I could show it to my team on Monday.", "Nobody yet; I would ask in the cohort."];

    private static readonly string[] Models = ["It has read a lot of text and predicts the next word.", "Honestly no idea, it is magic to me.", "I trained a small model in Python once and looked at its test set.", "It learns from examples and makes things up where there are none."];

    private static readonly string[] Told =
    [
        "I explained it to my team in a meeting, with slides.", "I told the board on one page, and they dropped the plan.", "I hate presenting; mostly I send an email.",
        "I showed a friend how to do it.", "I gave a workshop for people who had never seen it, in plain words.",
    ];

    /// <summary>A member: the same for the same seed. Each line of the lab's file names what one message tells.</summary>
    public static Talk Make(string lab, int seed)
    {
        var chance = new Random(seed * 7919);
        var (background, goal) = (Backgrounds[(seed * 5 + chance.Next(2)) % Backgrounds.Length], Pick(Goals));
        var told = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["work"] = background.Work,
            ["done"] = background.Done,
            ["problem"] = background.Problem,
            ["role"] = goal.Role,
            ["day"] = goal.Day,
            ["hours"] = Pick(Hours),
            ["budget"] = Pick(Budgets),
            ["trial"] = Pick(Trials),
            ["models"] = Pick(Models),
            ["told"] = Pick(Told),
        };
        return new Talk(lab, $"generated from seed {seed}", [.. Talk.File(lab)[Talk.Generated].Select(line => string.Join(' ', line.Split(' ').Select(slot => told[slot])))]);

        T Pick<T>(T[] from) => from[chance.Next(from.Length)];
    }
}
