using System.Text;

namespace CohortBot.Commands;

/// <summary>
/// A typed line in pieces: words, <c>name:value</c> pairs, and "quoted words" that stay together. A backslash before a quote keeps the quote.
/// </summary>
internal sealed record CommandLine(IReadOnlyList<CommandLine.Piece> Pieces)
{
    /// <summary>Reads a line; a leading slash is dropped. A quote that is never closed reaches to the end.</summary>
    public static CommandLine Read(string line)
    {
        List<Piece> pieces = [];
        var text = line.AsSpan().Trim().TrimStart('/');
        while (!text.IsEmpty)
        {
            pieces.Add(ReadPiece(ref text));
            text = text.TrimStart();
        }

        return new CommandLine(pieces);
    }

    /// <summary>A value as it must be written to be read back as one piece.</summary>
    public static string Quote(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAny(" \":\\\n") ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static Piece ReadPiece(ref ReadOnlySpan<char> text)
    {
        string? name = null;
        var word = new StringBuilder();
        var isQuoted = false;
        while (!text.IsEmpty && (isQuoted || !char.IsWhiteSpace(text[0])))
        {
            var letter = text[0];
            text = text[1..];
            if (letter == '\\' && isQuoted && !text.IsEmpty)
            {
                word.Append(text[0]);
                text = text[1..];
            }
            else if (letter is '"' or '“' or '”')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ':' && !isQuoted && name is null && IsName(word))
            {
                name = word.ToString().ToLowerInvariant();
                word.Clear();
            }
            else
            {
                word.Append(letter);
            }
        }

        return new Piece(name, word.ToString());
    }

    // "09:00" is a time, not an option named "09".
    private static bool IsName(StringBuilder word) => word.Length > 0 && char.IsAsciiLetter(word[0]);

    /// <summary>A word, or a value with its option's name.</summary>
    internal readonly record struct Piece(string? Name, string Value);
}
