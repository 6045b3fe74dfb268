using System.Xml;
using System.Xml.Linq;
using CohortBot.Chat.Documents;

namespace CohortBot.Courses.Reading;

/// <summary>Finds a figure's file and looks whether it may be shown.</summary>
internal static class FigureCheck
{
    private static readonly string[] Endings = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"];
    private static readonly string[] ForbiddenElements = ["script", "foreignObject", "iframe", "object", "embed", "audio", "video"];

    /// <summary>The figure with its full path; what is wrong with it is noted.</summary>
    public static Figure Resolve(CourseFile file, Figure figure, int line)
    {
        if (string.IsNullOrWhiteSpace(figure.Alt))
            file.Error(line, "figure_alt", ("figure", figure.Path), ("example", $"![What is to be seen]({figure.Path})"));
        if (figure.Path.Length == 0 || figure.Path.Contains("..", StringComparison.Ordinal) || figure.Path.IndexOfAny([':', '\\', '/']) >= 0)
        {
            file.Error(line, "figure_elsewhere", ("figure", figure.Path));
            return figure;
        }

        var picture = file.Beside(figure.Path);
        if (!Endings.Contains(Path.GetExtension(picture.Path).ToLowerInvariant()))
            file.Error(line, "figure_kind", ("figure", figure.Path), ("kinds", string.Join(", ", Endings)));
        else if (!File.Exists(picture.Path))
            file.Error(line, "figure_missing", ("figure", figure.Path), ("folder", picture.Name[..picture.Name.LastIndexOf('/')]));
        else if (picture.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            CheckDrawing(picture);
        return figure with { Path = picture.Path };
    }

    private static void CheckDrawing(CourseFile drawing)
    {
        if (drawing.ReadText() is not { } text)
            return;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var svg = XDocument.Load(reader, LoadOptions.SetLineInfo);
            foreach (var element in svg.Descendants())
                CheckElement(drawing, element);
            foreach (var instruction in svg.Nodes().OfType<XProcessingInstruction>())
                drawing.Error(LineOf(instruction), "svg_outside", ("found", instruction.Target));
        }
        catch (XmlException exception)
        {
            drawing.Error(Math.Max(exception.LineNumber, 1), "svg_broken", ("detail", exception.Message));
        }
    }

    private static void CheckElement(CourseFile drawing, XElement element)
    {
        if (ForbiddenElements.Contains(element.Name.LocalName, StringComparer.OrdinalIgnoreCase))
            drawing.Error(LineOf(element), "svg_script", ("found", $"<{element.Name.LocalName}>"));
        if (element.Name.LocalName == "style" && LeavesTheFile(element.Value))
            drawing.Error(LineOf(element), "svg_outside", ("found", "<style>"));
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = attribute.Name.LocalName;
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                drawing.Error(LineOf(attribute), "svg_script", ("found", name));
            else if ((name is "href" or "src" && !attribute.Value.StartsWith('#')) || LeavesTheFile(attribute.Value))
                drawing.Error(LineOf(attribute), "svg_outside", ("found", $"{name}=\"{attribute.Value}\""));
        }
    }

    // url(#name) stays inside; every other address would be fetched.
    private static bool LeavesTheFile(string style)
    {
        if (style.Contains("@import", StringComparison.OrdinalIgnoreCase))
            return true;
        for (var at = style.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = style.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (!style[(at + 4)..].TrimStart(' ', '"', '\'').StartsWith('#'))
                return true;
        }

        return false;
    }

    private static int LineOf(IXmlLineInfo place) => Math.Max(place.LineNumber, 1);
}
