using System.Security.Cryptography;
using System.Text;
using CohortBot.Cohorts;

namespace CohortBot.Lessons;

/// <summary>What a person saw when a button was shown to them, in a few letters: pressed later, the button is refused if it no longer holds.</summary>
internal static class LessonMark
{
    /// <summary>The mark of a slot's state: <c>offered1</c>.</summary>
    public static string Of(LessonSlot slot) => $"{slot.State}{slot.Edition}".ToLowerInvariant();

    /// <summary>The mark of a list of people: eight hexadecimal digits.</summary>
    public static string Of(IReadOnlyList<string> people) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', people))))[..8];
}
