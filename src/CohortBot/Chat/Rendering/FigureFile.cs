namespace CohortBot.Chat.Rendering;

/// <summary>The file of a figure that a chat can show.</summary>
internal static class FigureFile
{
    /// <summary>Discord and Slack do not show SVG: the PNG of the same name beside it goes instead.</summary>
    public static string ForChat(string path) =>
        Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase) ? Path.ChangeExtension(path, ".png") : path;
}
