using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CohortBot.Courses.Reading;

/// <summary>Reads YAML; whatever is wrong with it becomes a problem with its line.</summary>
internal static class YamlFile
{
    /// <summary>The keys at the top, or null with a problem noted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="yaml">Its YAML.</param>
    /// <param name="offset">How many lines of the file stand before it.</param>
    public static YamlFields? Read(CourseFile file, string yaml, int offset)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode keys)
                return new YamlFields(file, keys, offset);
            file.Error(offset + 1, "yaml_no_keys");
        }
        catch (YamlException exception)
        {
            file.Error((int)exception.Start.Line + offset, "yaml_bad", ("detail", Detail(exception)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser gives up on an unclosed bracket without saying where; what it read last stands just before.
            file.Error((int)(parser.Current?.End.Line ?? 1) + offset, "yaml_open");
        }

        return null;
    }

    private static string Detail(YamlException exception) => (exception.InnerException ?? exception).Message.TrimEnd('.') + ".";
}
