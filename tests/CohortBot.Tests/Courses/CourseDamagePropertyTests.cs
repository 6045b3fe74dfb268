using CohortBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace CohortBot.Tests.Courses;

/// <summary>Whatever happens to a file, reading ends in problems with a place and not in an exception.</summary>
public sealed class CourseDamagePropertyTests : IDisposable
{
    private static readonly string[] Files =
        [MiniLibrary.Course, MiniLibrary.Lesson, MiniLibrary.Drawing, MiniLibrary.Guide, MiniLibrary.Lab, MiniLibrary.Prompt, MiniLibrary.CardPrompt];

    private static readonly string[] Pieces =
        ["", "[", "{", "}", ":", ": ", "- ", "\"", "'", "|", ">", "&a", "*a", "!", "%", "@", "#", "?", "? ", "\t", "\n", "---\n", "...\n", "\0", "{{", "<", "```", "\u2028", "~", "null", "[]", "{}"];

    private readonly MiniLibrary _library = new();

    [Fact]
    public void A_damaged_file_never_makes_the_reader_throw() => Check.One(Cases.Config, Prop.ForAll(Damages(), damage =>
    {
        var whole = _library.Text(damage.File);
        var start = damage.At % whole.Length;
        _library.Write(damage.File, whole[..start] + damage.Piece + whole[Math.Min(start + damage.Length, whole.Length)..]);
        var problems = _library.Read().Problems;
        _library.Write(damage.File, whole);
        return problems.All(problem => problem.Line >= 1 && problem.File.Length > 0);
    }));

    public void Dispose() => _library.Dispose();

    private static Arbitrary<(string File, int At, string Piece, int Length)> Damages() => (
        from file in Gen.Elements(Files)
        from at in Gen.Choose(0, 100_000)
        from piece in Gen.Elements(Pieces)
        from length in Gen.Choose(0, 20)
        select (file, at, piece, length)).ToArbitrary();
}
