using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace CohortBot.Storage;

/// <summary>How our own types are stored: instants as UTC milliseconds since 1970, dates as ISO text, ids as their value.</summary>
internal static class TypeHandlers
{
    private static readonly Lock Gate = new();
    private static bool _isRegistered;

    /// <summary>Registers the handlers, once in a process.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (_isRegistered)
                return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(DateOnly));
            SqlMapper.RemoveTypeMap(typeof(DateOnly?));
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new DateHandler());
            foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => type.IsValueType))
                RegisterId(type);
            _isRegistered = true;
        }
    }

    private static void RegisterId(Type type)
    {
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
        {
            var definition = contract.GetGenericTypeDefinition();
            var handler = definition == typeof(ITextId<>) ? typeof(TextIdHandler<>) : definition == typeof(INumberId<>) ? typeof(NumberIdHandler<>) : null;
            if (handler is not null)
                SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(handler.MakeGenericType(type))!);
        }
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUnixTimeMilliseconds();

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class TextIdHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, ITextId<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value.Value;

        public override T Parse(object value) => T.From((string)value);
    }

    private sealed class NumberIdHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, INumberId<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value.Value;

        public override T Parse(object value) => T.From(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }
}
