import HtmlWebpackPlugin from 'html-webpack-plugin';

export default {
  entry: './src/main.tsx',
  output: {
    filename: '[name].[contenthash].js',
    cssFilename: '[name].[contenthash].css',
    publicPath: '/',
    clean: true,
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
    ],
  },
  plugins: [new HtmlWebpackPlugin({ template: 'src/index.html' })],
  // The practice meeting makes the script larger than webpack recommends.
  performance: { hints: false },
  devServer: { port: process.env.PORT ?? 8080, historyApiFallback: true },
};
