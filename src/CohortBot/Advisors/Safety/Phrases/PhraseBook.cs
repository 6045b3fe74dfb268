using System.Collections.Concurrent;
using System.Reflection;

namespace CohortBot.Advisors.Safety.Phrases;

/// <summary>All phrases of all rule files, ready to be looked for. Safe for many threads.</summary>
internal sealed class PhraseBook
{
    private const int LongestPhrase = 64; // words: a phrase's places are the bits of a number

    /// <summary>Stands for the beginning of a sentence.</summary>
    public const string SentenceStart = "^";

    /// <summary>Stands for the end of a sentence.</summary>
    public const string SentenceEnd = ".";

    // Words that say that a quotation is somebody else's: a film, a book, a mail that was tested.
    private static readonly HashSet<string> Media = new(
        """
        film films movie movies song songs novel book books series episode game games titled title called quote quotes headline slogan lyrics poster
        play chapter article phishing example examples test tests tested prompts injection attack attacks strings
        lied lieder roman buch buecher serie folge spiel titel namens zitat schlagzeile theaterstueck kapitel artikel beispiel beispiele heisst
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    private readonly IReadOnlyList<PhrasePattern> _patterns;
    private readonly PhraseVocabulary _vocabulary;
    private readonly WordForms _forms;
    private readonly SpacedLetters _spaced;
    private readonly ConcurrentBag<PhraseScan> _scans = [];

    private PhraseBook(IReadOnlyList<PhrasePattern> patterns)
    {
        _patterns = patterns;
        _vocabulary = new PhraseVocabulary(patterns);
        (_forms, _spaced) = (new WordForms(_vocabulary), new SpacedLetters(_vocabulary));
    }

    /// <summary>Reads the files that the program carries: <c>Advisors/Safety/Rules/CLASS.LANGUAGE.txt</c>.</summary>
    public static PhraseBook Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Safety/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new InvalidOperationException("The program carries no rules of safety; without them nothing may be passed on.");
        return new PhraseBook(
        [
            .. files.SelectMany(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return PhraseReader.Read(Enum.Parse<SafetyClass>(name.Split('/')[1].Split('.')[0]), reader.ReadToEnd());
            }),
        ]);
    }

    /// <summary>The words of a text in the form in which rules know them.</summary>
    public List<PlainWord> Read(string text)
    {
        var raw = WordReader.Read(text);
        List<PlainWord> words = new(raw.Count + 8);
        foreach (var word in _spaced.Join(raw))
            _forms.Add(word, words);
        return words;
    }

    /// <summary>What the rules find in words, without what an idiom explains.</summary>
    public IReadOnlyList<SafetyFinding> Scan(List<PlainWord> words)
    {
        if (!_scans.TryTake(out var scan))
            scan = new PhraseScan(_patterns, _vocabulary);
        var matches = scan.Find(words);
        IReadOnlyList<SafetyFinding> found = matches.Count == 0 ? [] : Judge(words, matches);
        _scans.Add(scan);
        return found;
    }

    private static IReadOnlyList<SafetyFinding> Judge(List<PlainWord> words, IReadOnlyList<PhraseMatch> matches)
    {
        var idioms = matches.Where(match => match.Pattern.IsIdiom).ToList();
        return
        [
            .. matches.Where(match => !match.Pattern.IsIdiom && !IsExplained(match, idioms) && !IsSomebodyElses(words, match))
                .Select(match => new SafetyFinding(match.Pattern.Class, match.Pattern.Rule, words[match.First].Start, words[match.Last].End - words[match.First].Start))
                .Distinct(),
        ];
    }

    // Matches come in the order of their last words, and none is longer than a phrase can be: only the idioms nearby are looked at.
    private static bool IsExplained(PhraseMatch match, List<PhraseMatch> idioms)
    {
        for (var at = FirstEndingAt(match.First, idioms); at < idioms.Count && idioms[at].Last <= match.Last + LongestPhrase; at++)
        {
            if (idioms[at].Pattern.Class == match.Pattern.Class && idioms[at].First <= match.Last)
                return true;
        }

        return false;
    }

    private static int FirstEndingAt(int word, List<PhraseMatch> idioms)
    {
        var (low, high) = (0, idioms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = idioms[middle].Last < word ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsSomebodyElses(List<PlainWord> words, PhraseMatch match)
    {
        for (var at = match.First; at <= match.Last; at++)
        {
            if (!words[at].IsQuoted)
                return false;
        }

        var sentence = words[match.First].Sentence;
        return words.Exists(word => word.Sentence == sentence && !word.IsQuoted && Media.Contains(word.Text));
    }
}
