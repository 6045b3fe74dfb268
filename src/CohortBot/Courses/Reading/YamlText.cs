using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CohortBot.Courses.Reading;

/// <summary>A text in a YAML file.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Line">The line that its value begins on.</param>
/// <param name="FirstLine">The line of its first words: one further where it was written below a bar.</param>
internal sealed record YamlText(string Text, int Line, int FirstLine)
{
    /// <summary>The text of a node; <paramref name="offset"/> lines of the file stand before the YAML.</summary>
    public static YamlText From(YamlScalarNode node, int offset)
    {
        var line = (int)node.Start.Line + offset;
        return new YamlText(node.Value ?? "", line, node.Style is ScalarStyle.Literal or ScalarStyle.Folded ? line + 1 : line);
    }

    /// <summary>The line of a character of the text.</summary>
    public int LineAt(int index) => FirstLine + Text.AsSpan(0, index).Count('\n');
}
